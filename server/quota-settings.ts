import type { Quotas } from './modules/quotas/quotas'
import { SetupError } from './setup-error'

type Env = Record<string, string | undefined>

const MB = 1024 * 1024

/** Reads a whole number above 0; `off` or 0 means no limit. */
function readLimit(env: Env, name: string, fallback: number): number {
  const text = env[name]?.trim() || String(fallback)
  if (text === 'off' || text === '0') return Number.POSITIVE_INFINITY
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new SetupError(`${name} is "${text}"; it must be a whole number up to 999999999, or off.`)
}

/**
 * Reads the quotas from the environment. 40 new shops of an address in ten minutes allow a class of thirty without a lesson, in
 * which shops are not counted.
 */
export const readQuotas = (env: Env): Quotas => ({
  shopsPerAccount: readLimit(env, 'QUOTA_SHOPS_PER_ACCOUNT', 5),
  productsPerShop: readLimit(env, 'QUOTA_PRODUCTS_PER_SHOP', 2000),
  filesPerShop: readLimit(env, 'QUOTA_PHOTOS_PER_SHOP', 3000),
  bytesPerShop: readLimit(env, 'QUOTA_MB_PER_SHOP', 1000) * MB,
  filesPerAccount: readLimit(env, 'QUOTA_PHOTOS_PER_ACCOUNT', 5000),
  bytesPerAccount: readLimit(env, 'QUOTA_MB_PER_ACCOUNT', 2000) * MB,
  shopsPerAddress: readLimit(env, 'QUOTA_SHOPS_PER_ADDRESS', 40),
  bytesPerAddressDay: readLimit(env, 'QUOTA_MB_PER_ADDRESS_DAY', 2000) * MB,
})

/** Reads the bytes that uploads and new shops must leave free on the data disk; 0 turns the reserve off. */
export function readStorageReserve(env: Env): number {
  const megabytes = readLimit(env, 'STORAGE_RESERVE_MB', 500)
  return megabytes === Number.POSITIVE_INFINITY ? 0 : megabytes * MB
}
