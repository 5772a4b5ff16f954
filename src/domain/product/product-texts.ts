/**
 * The optional texts of a product and their maximum lengths in characters; from 61 on the form's field has several lines. Columns of
 * the table `product` have the same names in snake_case. The form and the view of conflicts show them in the order of `productFormWords.texts`.
 */
export const productTexts = { category: 10, note: 500 } as const
export type ProductText = keyof typeof productTexts

/** Builds an object with a value for each optional text of a product. */
export function mapProductTexts<Value>(read: (name: ProductText) => Value): Record<ProductText, Value> {
  const values: Partial<Record<ProductText, Value>> = {}
  let name: ProductText
  for (name in productTexts) values[name] = read(name)
  return values as Record<ProductText, Value>
}
