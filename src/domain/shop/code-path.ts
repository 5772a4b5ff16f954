import type { Id } from '../id'

/** The path of the picture of a shop's code, or of the code of a product. */
export const codePath = (slug: string, product?: Id): string =>
  product === undefined ? `/s/${slug}/code.png` : `/s/${slug}/p/${product}/code.png`

/** The path of the picture of a group buy's code. */
export const groupBuyCodePath = (slug: string, id: Id): string => `/s/${slug}/g/${id}/code.png`
