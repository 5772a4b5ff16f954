import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { giveWords as words } from '@/locales/shop/handover'
import { go, replace } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'
import { Status } from '@/ui/text/alert'
import { GiveScreen } from './give-screen'

type ShopRoute = 'PUT /api/shops/:shopId/handovers/:handoverId'

interface GiveShopProps {
  shopId: Id
  /** An earlier request, with other answers than the last ones, opened the shop. */
  isEarlier: boolean
  onTaken(): void
}

/** Passes a shop that was opened for somebody to her own phone. */
export function GiveShop({ shopId, isEarlier, onTaken }: GiveShopProps) {
  const { data } = useCall('GET /api/shops/:shopId', { params: { shopId } })
  const centre = data?.help?.centre.code
  const toHelp = () => replace(urlOf('help', centre === undefined ? {} : { centre }))
  return (
    <GiveScreen
      kind="shop"
      make={(handoverId) =>
        call<ShopRoute>('PUT /api/shops/:shopId/handovers/:handoverId', { params: { shopId, handoverId } })
      }
      onDone={onTaken}
      missing={
        <Notice icon="store" title={words.missing.title} text={words.missing.text}>
          <Button onPress={toHelp}>{words.another}</Button>
        </Notice>
      }
      others={
        <>
          <Status>{isEarlier && words.earlier}</Status>
          <Button kind="soft" onPress={() => go(urlOf('makeCard', { shop: shopId }))}>
            {words.noPhone}
          </Button>
          {data && (
            <Button kind="line" onPress={() => go(urlOf('shop', { slug: data.shop.slug }))}>
              {words.visit}
            </Button>
          )}
          <Button kind="line" onPress={() => go(urlOf('merchant', { shop: shopId }))}>
            {words.manage}
          </Button>
        </>
      }
      next={<Button onPress={toHelp}>{words.another}</Button>}
    />
  )
}
