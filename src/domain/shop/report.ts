/** The reasons of a report of a shop or a product to the operator. */
export const reportReasons = ['fraud', 'fake', 'forbidden', 'unfit', 'rights', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

export const MAX_REPORT_NOTE_LENGTH = 200

/** The most reports that one person makes in a day. */
export const MAX_REPORTS_A_DAY = 20

/** The most reports that a person's list holds. */
export const MAX_LISTED_REPORTS = 50
