/** What a person agrees to: that a helper opens her shop, or changes a part of the shop that she has. */
export const helpPurposes = ['open', 'products', 'settings', 'look'] as const
export type HelpPurpose = (typeof helpPurposes)[number]

/** The parts of an existing shop that its owner may let a helper change. */
export const sharedParts = ['products', 'settings', 'look'] as const satisfies readonly HelpPurpose[]
export type SharedPart = (typeof sharedParts)[number]

/** How a person agreed: aloud, after the sentence was read to her, or by her own tap. */
export const consentWays = ['spoken', 'tapped'] as const
export type ConsentWay = (typeof consentWays)[number]

/** What a helper does in a shop, as its owner reads it afterwards. */
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

/** The purpose that covers an action. Whoever opens a shop for somebody may do everything in it. */
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

/** How long a helper may act in a shop that has an owner, in ms. */
export const SHARED_HELP_MS = 3_600_000

/** How long consent lasts until the shop is opened, in ms. */
export const CONSENT_MS = 86_400_000

/** How long a shop waits to be taken over, in ms. Afterwards it is removed, unless a paper card brings it back. */
export const TAKE_OVER_WITHIN_MS = 30 * 86_400_000

/** The most shops that one helper opens before some are taken over. */
export const MAX_OPEN_HELPS = 20
