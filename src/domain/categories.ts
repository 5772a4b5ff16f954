/** Puts the names of categories into the seller's order; those without a place in it stay in their order, at the end. */
export const orderCategories = (names: readonly string[], order: readonly string[] = []): string[] => [
  ...order.filter((name) => names.includes(name)),
  ...names.filter((name) => !order.includes(name)),
]
