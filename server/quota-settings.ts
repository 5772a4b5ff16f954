import type { Quotas } from './modules/quotas/quotas'
import { SetupError } from './setup-error'

type Env = Record<string, string | undefined>

const MB = 1024 * 1024

/** A whole number above 0; `off` or 0 is no limit. */
function limitOf(env: Env, name: string, fallback: number): number {
  const text = env[name]?.trim() || String(fallback)
  if (text === 'off' || text === '0') return Number.POSITIVE_INFINITY
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new SetupError(`${name} is "${text}"; it must be a whole number up to 999999999, or off.`)
}

/**
 * Reads the quotas. Two hundred shops an address and day let classes of thirty open theirs behind one address several
 * times a day; a whole town behind a carrier's address needs more.
 */
export const quotasOf = (env: Env): Quotas => ({
  shopsPerAccount: limitOf(env, 'QUOTA_SHOPS_PER_ACCOUNT', 5),
  productsPerShop: limitOf(env, 'QUOTA_PRODUCTS_PER_SHOP', 2000),
  filesPerShop: limitOf(env, 'QUOTA_PHOTOS_PER_SHOP', 3000),
  bytesPerShop: limitOf(env, 'QUOTA_MB_PER_SHOP', 1000) * MB,
  filesPerAccount: limitOf(env, 'QUOTA_PHOTOS_PER_ACCOUNT', 5000),
  bytesPerAccount: limitOf(env, 'QUOTA_MB_PER_ACCOUNT', 2000) * MB,
  shopsPerAddressDay: limitOf(env, 'QUOTA_SHOPS_PER_ADDRESS_DAY', 200),
  bytesPerAddressDay: limitOf(env, 'QUOTA_MB_PER_ADDRESS_DAY', 2000) * MB,
})

/** Bytes that uploads and new shops leave free on the data disk; 0 turns the reserve off. */
export function storageReserveOf(env: Env): number {
  const megabytes = limitOf(env, 'STORAGE_RESERVE_MB', 500)
  return megabytes === Number.POSITIVE_INFINITY ? 0 : megabytes * MB
}
