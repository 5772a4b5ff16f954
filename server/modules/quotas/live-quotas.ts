import { type QuotaName, quotaNames } from '@/domain/operator-console'
import type { Query } from '../../db/database'
import type { Quotas } from './quotas'

const MB = 1024 * 1024

/** The quota of each name, and the size of its unit. */
const quotas: Record<QuotaName, { key: keyof Quotas; unit: number }> = {
  shopsPerAccount: { key: 'shopsPerAccount', unit: 1 },
  productsPerShop: { key: 'productsPerShop', unit: 1 },
  filesPerShop: { key: 'filesPerShop', unit: 1 },
  megabytesPerShop: { key: 'bytesPerShop', unit: MB },
  filesPerAccount: { key: 'filesPerAccount', unit: 1 },
  megabytesPerAccount: { key: 'bytesPerAccount', unit: MB },
  shopsPerAddress: { key: 'shopsPerAddress', unit: 1 },
  megabytesPerAddressDay: { key: 'bytesPerAddressDay', unit: MB },
}

const toQuota = (value: number, unit: number) => (value === 0 ? Number.POSITIVE_INFINITY : value * unit)
const toValue = (quota: number, unit: number) => (quota === Number.POSITIVE_INFINITY ? 0 : quota / unit)

/** Puts the values that operators set into the quotas that a server reads, and the environment's back where they set none. */
export class LiveQuotas {
  private readonly standard: Quotas

  constructor(private readonly current: Quotas) {
    this.standard = { ...current }
  }

  async refresh(db: Query): Promise<void> {
    const rows = await db.selectFrom('quota').select(['name', 'value']).execute()
    const values = new Map(rows.map(({ name, value }) => [name, value]))
    for (const name of quotaNames) {
      const { key, unit } = quotas[name]
      const value = values.get(name)
      this.current[key] = value === undefined ? this.standard[key] : toQuota(value, unit)
    }
  }

  /** The values as operators read them, and the environment's. */
  list(): { name: QuotaName; value: number; standard: number }[] {
    return quotaNames.map((name) => {
      const { key, unit } = quotas[name]
      return { name, value: toValue(this.current[key], unit), standard: toValue(this.standard[key], unit) }
    })
  }
}

/** Sets a quota, or returns to the environment's with `undefined`. */
export async function setQuota(
  tx: Query,
  name: QuotaName,
  value: number | undefined,
  now: number,
): Promise<void> {
  if (value === undefined) {
    await tx.deleteFrom('quota').where('name', '=', name).execute()
    return
  }
  const row = { value, changed_at: now }
  await tx
    .insertInto('quota')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}
