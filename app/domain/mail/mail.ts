/** Each mail that Polylogue writes; its subject and text stand in the catalogues under `mail`. */
export type MailName =
  | "confirmRegistration"
  | "alreadyRegistered"
  | "resetPassword"
  | "passwordChanged"
  | "invitation"
  | "joinRequested"
  | "joinAccepted"
  | "joinDeclined"
  | "memberRemoved"
  | "cityGranted"
  | "confirmEmail"
  | "emailChanged"
  | "secondFactorOn"
  | "tokenMade"
  | "secondFactorOff";
