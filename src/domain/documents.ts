/** What an installation agrees with its people: the agreement, the rules of the platform, and the privacy policy. */
export const documentKinds = ['agreement', 'rules', 'privacy'] as const
export type DocumentKind = (typeof documentKinds)[number]

/**
 * Days between the announcement of a new version and its effect: seven, and fifteen where it matters to sellers or buyers. Source:
 * E-Commerce Law, article 34; Measures for the Supervision of Platform Rules (网络交易平台规则监督管理办法), in force since 1 February 2026.
 */
export const NOTICE_DAYS = { minor: 7, important: 15 } as const

/** The version that the program brings along. It is never changed: what the program would say otherwise is a new version. */
export const FIRST_VERSION = 1

export const MAX_DOCUMENT_LENGTH = 20_000
export const MAX_CHANGES_LENGTH = 500

/** A version of a document, without its text. The first has neither announcement nor changes. */
export interface DocumentVersion {
  version: number
  effectiveAt?: number
  announcedAt?: number
  changes?: string
  isImportant?: boolean
}

/** The version in force, given the versions of a document. */
export const versionInForce = (versions: readonly DocumentVersion[], now: number): number =>
  Math.max(...versions.filter(({ effectiveAt = 0 }) => effectiveAt <= now).map(({ version }) => version))

/** The version that is announced and not yet in force. */
export const announcedVersion = (
  versions: readonly DocumentVersion[],
  now: number,
): DocumentVersion | undefined => versions.find(({ effectiveAt = 0 }) => effectiveAt > now)
