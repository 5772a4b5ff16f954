import type { ListedShop } from '../modules/operator/read-shops'

const formatDay = (moment: number | null): string =>
  moment === null ? '-' : new Date(moment).toISOString().slice(0, 10)

/** Formats shops as a text table. The name comes last, as its characters may have any width. */
export function formatShopTable(shops: readonly ListedShop[]): string {
  const head = ['slug', 'opened', 'products', 'size MB', 'orders', 'last order', 'blocked', 'closed', 'name']
  const rows = shops.map((shop) => [
    shop.slug,
    formatDay(shop.openedAt),
    String(shop.products),
    (shop.bytes / (1024 * 1024)).toFixed(1),
    String(shop.orders),
    formatDay(shop.lastOrderAt),
    formatDay(shop.blockedAt),
    formatDay(shop.closedAt),
    shop.name,
  ])
  const all = [head, ...rows]
  const widths = head.map((_, at) => Math.max(...all.map((row) => (row[at] ?? '').length)))
  const lineOf = (row: string[]) =>
    row.map((text, at) => (at === row.length - 1 ? text : text.padEnd(widths[at] ?? 0))).join('  ')
  return all.map(lineOf).join('\n')
}
