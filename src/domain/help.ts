/** The purposes that a person consents to: a helper opens their shop, or changes a part of the shop that they have. */
export const helpPurposes = ['open', 'products', 'settings', 'look'] as const
export type HelpPurpose = (typeof helpPurposes)[number]

/** The parts of an existing shop that its owner may let a helper change. */
export const sharedParts = ['products', 'settings', 'look'] as const satisfies readonly HelpPurpose[]
export type SharedPart = (typeof sharedParts)[number]

/** The ways in which a person consents: aloud, after the sentence was read to them, or by a tap of theirs. */
export const consentWays = ['spoken', 'tapped'] as const
export type ConsentWay = (typeof consentWays)[number]

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

/** The purpose that covers an action. A helper may do everything in a shop that they open for its owner. */
const purposeOf: Partial<Record<HelpAction, SharedPart>> = {
  'save-product': 'products',
  'remove-product': 'products',
  'move-stock': 'products',
  'save-settings': 'settings',
  'save-look': 'look',
  'publish-look': 'look',
}

/** True when somebody who agreed to `purposes` has agreed to an action. */
export function isCovered(purposes: readonly HelpPurpose[], action: HelpAction): boolean {
  const purpose = purposeOf[action]
  return purposes.includes('open') || (purpose !== undefined && purposes.includes(purpose))
}

/** The time for which a helper may act in a shop that has an owner, in ms. */
export const SHARED_HELP_MS = 3_600_000

/** The time after consent in which the shop has to be opened, in ms. */
export const CONSENT_MS = 86_400_000

/** The time in which a shop has to be taken over, in ms. Afterwards it is removed, unless a paper card brings it back. */
export const TAKE_OVER_WITHIN_MS = 30 * 86_400_000

/** The most shops that one helper opens before some are taken over. */
export const MAX_OPEN_HELPS = 20
