import type { EmbeddedShop } from './embedded-shop-types'

const text = document.getElementById('embedded-shop')?.textContent
const embedded = text ? (JSON.parse(text) as EmbeddedShop) : null

/** The shop data that the compiler has written into this page. */
export const embeddedShop = (): EmbeddedShop | null => embedded
