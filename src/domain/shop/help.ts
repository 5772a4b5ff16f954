/** The parts of an existing shop that its owner may let a helper change. Its phone and WeChat id, by which buyers reach her, are `contact`. */
export const sharedParts = ['products', 'settings', 'contact', 'look'] as const
export type SharedPart = (typeof sharedParts)[number]

/** The purposes that a person consents to: a helper opens their shop, or changes a part of the shop that they have. */
export const helpPurposes = ['open', ...sharedParts] as const
export type HelpPurpose = (typeof helpPurposes)[number]

/** The ways in which a person consents: aloud, after the sentence was read to them, or by a tap of theirs. */
export const consentMethods = ['spoken', 'tapped'] as const
export type ConsentMethod = (typeof consentMethods)[number]

/** The actions of a helper in a shop, as its owner reads them afterwards. */
export const helpActions = [
  'consent-spoken',
  'consent-tapped',
  'open-shop',
  'save-product',
  'remove-product',
  'move-stock',
  'save-settings',
  'save-look',
  'publish-look',
  'offer-shop',
  'offer-draft',
  'make-card',
] as const
export type HelpAction = (typeof helpActions)[number]

/** The parts that an action changes. */
const partsOf: Partial<Record<HelpAction, readonly SharedPart[]>> = {
  'save-product': ['products'],
  'remove-product': ['products'],
  'move-stock': ['products'],
  'save-settings': ['settings', 'contact'],
  'save-look': ['look'],
  'publish-look': ['look'],
}

/**
 * True when consent to `purposes` lets a helper change a part. A helper may change everything in a shop that they open for its
 * owner.
 */
export const mayChange = (part: SharedPart, purposes: readonly HelpPurpose[]): boolean =>
  purposes.includes('open') || purposes.includes(part)

/** True when consent to `purposes` covers an action, at least for a part of what it can change. */
export const isCovered = (purposes: readonly HelpPurpose[], action: HelpAction): boolean =>
  purposes.includes('open') || (partsOf[action] ?? []).some((part) => purposes.includes(part))

/** The time for which a helper may act in a shop that has an owner, in ms. */
export const SHARED_HELP_MS = 3_600_000

/** The time after consent in which the shop has to be opened, in ms. */
export const CONSENT_MS = 86_400_000

/** The time in which a shop has to be taken over, in ms. Afterwards it is removed, unless a paper card brings it back. */
export const TAKE_OVER_WITHIN_MS = 30 * 86_400_000

/** The most shops that one helper opens before some are taken over. */
export const MAX_OPEN_HELPS = 20
