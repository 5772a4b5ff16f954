/** Total quantity of each sku in the lines, sorted by sku id. */
export function quantitiesBySku(lines: readonly { skuId: string; quantity: number }[]): [string, number][] {
  const taken = new Map<string, number>()
  for (const { skuId, quantity } of lines) taken.set(skuId, (taken.get(skuId) ?? 0) + quantity)
  return [...taken].sort(([a], [b]) => (a < b ? -1 : 1))
}
