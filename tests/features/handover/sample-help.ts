import type { CentreHelp } from '@/contract/shop/helps'

export const TOWN = { code: '621221110', name: '沙坝镇' }
export const SHOP_ID = '01J0000000000000000000000A'
export const HELP_ID = '01J0000000000000000000000B'

const NOW = 1_800_000_000_000

/** The consent to open a shop, which is open for thirty days. */
export const sampleHelp = (changes: Partial<CentreHelp> = {}): CentreHelp => ({
  ...{ id: HELP_ID, centre: TOWN, helper: '培训员', purposes: ['open'], shopId: SHOP_ID, mayAct: true },
  ...{ startedAt: NOW, expiresAt: NOW + 30 * 86_400_000 },
  ...changes,
})

export const offered = (remaining = 600_000) => ({
  ...{ digits: '123456', moreDigits: '78', letters: 'ABCDEFGHJKMNPQRSTVWX' },
  ...{ expiresAt: NOW + remaining, now: NOW },
})
