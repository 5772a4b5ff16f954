import type { EmbeddedShop } from './embedded-shop-types'

const text = document.getElementById('carried-shop')?.textContent
const known = text ? (JSON.parse(text) as EmbeddedShop) : null

/** The shop that the compiler has put into this page. */
export const embeddedShop = (): EmbeddedShop | null => known
