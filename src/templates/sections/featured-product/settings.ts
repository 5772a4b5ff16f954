/** One product shown large. An empty `productId` means the first that can be bought. */
export type FeaturedProductSettings = {
  productId: string
}

export const featuredProductDefaults: FeaturedProductSettings = { productId: '' }
