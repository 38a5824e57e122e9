import type { TFunction } from "i18next";
import { type AuditAction, auditActions } from "~/domain/audit/audit-actions";

const isKnown = (action: string): action is AuditAction => auditActions.some((known) => known === action);

/** What an action of the audit log is called. */
export const auditActionLabel = (t: TFunction, action: string): string =>
  isKnown(action) ? t(`auditAction.${action}`) : action;
