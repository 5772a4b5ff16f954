import { findGoodsWords } from '@/locales/find-goods'
import { Loaded } from '@/ui/notice/loaded'
import { Page } from '@/ui/page/page'
import { ShopNotFound } from '../shop-not-found'
import type { StorefrontState } from '../use-storefront'
import { FindGoods } from './find-goods'

/** The page on which buyers look for goods of a shop. */
export function FindGoodsPage({ state }: { state: StorefrontState }) {
  return (
    <Page title={findGoodsWords.title}>
      <Loaded state={state} notFound={<ShopNotFound />}>
        {({ shop }) => <FindGoods shop={shop} />}
      </Loaded>
    </Page>
  )
}
