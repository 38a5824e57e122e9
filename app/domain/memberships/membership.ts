/** Someone's place in a network, as pages show it. */
export interface Member {
  id: string;
  name: string;
  roleTitle: string | null;
  coordinator: boolean;
  reviewer: boolean;
  /** Has a page that everyone may see. */
  listed: boolean;
  /** Ids of the cities that they may speak for, as this network says. */
  cities: string[];
}

/** What only coordinators see of a member, or of who asks to become one. */
export interface MemberDetails extends Member {
  email: string;
  state: "requested" | "active";
  note: string | null;
  createdAt: string;
}

export interface InvitationLine {
  id: string;
  email: string;
  coordinator: boolean;
  reviewer: boolean;
  createdAt: string;
  expiresAt: string;
  invitedBy: string | null;
}

/** An invitation as whoever it is for sees it. */
export interface Invitation extends InvitationLine {
  network: { id: string; name: string };
}
