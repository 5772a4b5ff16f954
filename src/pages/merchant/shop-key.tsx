import type { ManagedShop } from '@/domain/shop/shop'
import { KeyPanel } from '@/features/key/key-panel'
import { openedShops } from '@/features/wizard/opened-shop'

/** The key of a shop, which is on the phone that has just opened it until it is saved. */
export const ShopKey = ({ shop }: { shop: ManagedShop }) => (
  <KeyPanel
    shopId={shop.id}
    shopName={shop.name}
    slug={shop.slug}
    initialKey={openedShops.get(shop.id)?.key}
    onSaved={() => openedShops.remove(shop.id)}
  />
)
