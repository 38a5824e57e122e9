import type { AuditEventTable, AuditHeadTable, NotificationTable } from "./audit";
import type { CallAnswerTable, CallTable } from "./call";
import type {
  CollectionItemTable,
  CollectionTable,
  CollectionVersionItemTable,
  CollectionVersionTable,
  FeatureTable,
} from "./collection";
import type {
  ApiTokenTable,
  ContributionAuthorTable,
  ContributionChangeTable,
  ContributionFieldTable,
  ContributionFileTable,
  ContributionLinkDismissedTable,
  ContributionLinkRemovedTable,
  ContributionLinkTable,
  ContributionTable,
  FactCheckTable,
} from "./contribution";
import type { DocumentTable, DocumentVersionTable, ParticipantTable } from "./document";
import type { DocumentDraftTable } from "./document-draft";
import type { EditionFieldTable, EditionTable } from "./edition";
import type { EntryTable, EntryTermTable } from "./entry";
import type { JobTable } from "./job";
import type { LinkTable, SourceTable } from "./link";
import type { MailTable } from "./mail";
import type { CityOfficialTable, InvitationTable, MembershipTable, NetworkCityTable } from "./membership";
import type { OutboxTable } from "./outbox";
import type { PersonExpertiseTable, PersonLanguageTable, PersonTable } from "./person";
import type { CityTable, CountryTable, NetworkTable, OrganisationTable, RegionTable } from "./place";
import type { CaseStudyTable, PracticeTable } from "./practice";
import type { ProvisionNoteTable, ProvisionRedirectTable, ProvisionTable, ProvisionVersionTable } from "./provision";
import type { EntryVersionTable, RetirementTable, VersionCreditTable } from "./publication";
import type {
  RequestedChangeTable,
  ReviewAgreementTable,
  ReviewAssignmentTable,
  ReviewChangeTable,
  ReviewDecisionTable,
  ReviewFieldTable,
  ReviewRoundFileTable,
  ReviewRoundLinkTable,
  ReviewRoundTable,
  ReviewTable,
  RubricTable,
} from "./review";
import type { SearchCountTable } from "./search-count";
import type { SearchProgressTable } from "./search-progress";
import type { SearchRefusalTable } from "./search-refusal";
import type {
  KnownDeviceTable,
  OneTimeTokenTable,
  RecoveryCodeTable,
  SecondFactorTable,
  SessionTable,
} from "./session";
import type { EntryTagTable, TagTable } from "./tag";
import type { FollowTable, MailChoiceTable, SavedSearchTable, UnsubscribeTokenTable } from "./telling";
import type { ThreadFollowTable, ThreadMessageTable, ThreadReportTable, ThreadTable } from "./thread";
import type { ToolTable } from "./tool";
import type { TermTable } from "./vocabulary";

/** Every table of the database, by its name. One file for each noun. */
export interface Database {
  entry: EntryTable;
  entry_term: EntryTermTable;
  document: DocumentTable;
  document_version: DocumentVersionTable;
  participant: ParticipantTable;
  provision: ProvisionTable;
  provision_version: ProvisionVersionTable;
  provision_redirect: ProvisionRedirectTable;
  provision_note: ProvisionNoteTable;
  call: CallTable;
  call_answer: CallAnswerTable;
  collection: CollectionTable;
  collection_item: CollectionItemTable;
  collection_version: CollectionVersionTable;
  collection_version_item: CollectionVersionItemTable;
  feature: FeatureTable;
  document_draft: DocumentDraftTable;
  practice: PracticeTable;
  case_study: CaseStudyTable;
  tool: ToolTable;
  city: CityTable;
  organisation: OrganisationTable;
  network: NetworkTable;
  country: CountryTable;
  region: RegionTable;
  term: TermTable;
  link: LinkTable;
  source: SourceTable;
  outbox: OutboxTable;
  search_progress: SearchProgressTable;
  search_refusal: SearchRefusalTable;
  search_count: SearchCountTable;
  person: PersonTable;
  person_language: PersonLanguageTable;
  person_expertise: PersonExpertiseTable;
  session: SessionTable;
  known_device: KnownDeviceTable;
  one_time_token: OneTimeTokenTable;
  second_factor: SecondFactorTable;
  recovery_code: RecoveryCodeTable;
  mail: MailTable;
  network_city: NetworkCityTable;
  membership: MembershipTable;
  invitation: InvitationTable;
  city_official: CityOfficialTable;
  contribution: ContributionTable;
  contribution_author: ContributionAuthorTable;
  contribution_field: ContributionFieldTable;
  contribution_change: ContributionChangeTable;
  contribution_link: ContributionLinkTable;
  contribution_link_removed: ContributionLinkRemovedTable;
  contribution_link_dismissed: ContributionLinkDismissedTable;
  contribution_file: ContributionFileTable;
  fact_check: FactCheckTable;
  api_token: ApiTokenTable;
  audit_event: AuditEventTable;
  notification: NotificationTable;
  rubric: RubricTable;
  review_round: ReviewRoundTable;
  review_round_link: ReviewRoundLinkTable;
  review_round_file: ReviewRoundFileTable;
  review_decision: ReviewDecisionTable;
  review: ReviewTable;
  review_assignment: ReviewAssignmentTable;
  review_field: ReviewFieldTable;
  review_change: ReviewChangeTable;
  requested_change: RequestedChangeTable;
  review_agreement: ReviewAgreementTable;
  entry_version: EntryVersionTable;
  version_credit: VersionCreditTable;
  retirement: RetirementTable;
  audit_head: AuditHeadTable;
  mail_choice: MailChoiceTable;
  unsubscribe_token: UnsubscribeTokenTable;
  follow: FollowTable;
  saved_search: SavedSearchTable;
  job: JobTable;
  thread: ThreadTable;
  thread_message: ThreadMessageTable;
  thread_report: ThreadReportTable;
  thread_follow: ThreadFollowTable;
  edition: EditionTable;
  edition_field: EditionFieldTable;
  tag: TagTable;
  entry_tag: EntryTagTable;
}
