/** Limits for an account, a shop and a network address. `Infinity` means no limit. */
export interface Quotas {
  /** Shops that an account opened and still owns. */
  shopsPerAccount: number
  productsPerShop: number
  /** Photos and voices together. */
  filesPerShop: number
  bytesPerShop: number
  filesPerAccount: number
  bytesPerAccount: number
  /** New shops of an address in ten minutes. */
  shopsPerAddress: number
  bytesPerAddressDay: number
}
