import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { usePages } from '@/api/use-pages'
import { dayOf } from '@/domain/day'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'
import { MAX_SEARCH_LENGTH } from '@/domain/search'
import { isClosed, type Shop } from '@/domain/shop/shop'
import { findGoodsWords as words } from '@/locales/storefront/find-goods'
import { aria } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { backToShop } from '@/platform/navigation/navigate'
import { GoodsRow } from '@/templates/goods/goods-row'
import type { SectionContext } from '@/templates/section'
import { Button } from '@/ui/button/button'
import { MoreButton } from '@/ui/button/more-button'
import { Field } from '@/ui/field/field'
import { useTypedText } from '@/ui/field/use-typed-text'
import { useFlash } from '@/ui/flash/flash'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Status } from '@/ui/text/alert'
import type { StorefrontCart } from '../storefront-cart'
import { useSectionContext } from '../use-section-context'
import './find-goods.scss'

const findProducts = (shopId: Id, search: string, cursor?: string) =>
  call('GET /api/shops/:shopId/products', {
    params: { shopId },
    query: { search, ...(cursor === undefined ? {} : { cursor }) },
  })

/** Looks for goods of a shop while the buyer types. */
export function FindGoods({ shop, cart }: { shop: Shop; cart: StorefrontCart }) {
  const [search, setSearch] = useState('')
  const [text, setText] = useTypedText(search, setSearch)
  const { flash, say } = useFlash()
  const context = useSectionContext(shop, cart, say)
  return (
    <View className="find-goods">
      <Field
        label={words.label}
        value={text}
        placeholder={words.placeholder}
        maxLength={MAX_SEARCH_LENGTH}
        focus
        onChange={setText}
      />
      {search.trim() === '' ? (
        <Text className="find-goods__hint">{words.hint}</Text>
      ) : (
        <FoundProducts shop={shop} search={search.trim()} context={context} />
      )}
      {flash}
    </View>
  )
}

interface FoundProductsProps {
  shop: Shop
  search: string
  context: SectionContext
}

/** The products on sale that a search finds; a reply to an earlier search is ignored. */
function FoundProducts({ shop, search, context }: FoundProductsProps) {
  const pages = usePages<Product>(`find ${shop.id} ${search}`, (cursor) =>
    findProducts(shop.id, search, cursor),
  )
  const { items, failure, reload } = pages
  if (!items)
    return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  // the shop's owner is sent the hidden ones as well
  const goods = items.filter(({ onSale }) => onSale)
  if (goods.length === 0 && !pages.hasMore)
    return (
      <Notice icon="search" title={words.empty} text={words.emptyText}>
        <Button kind="soft" onPress={() => backToShop(shop.slug)}>
          {words.toShop}
        </Button>
      </Notice>
    )
  return (
    <>
      {failure && <StaleNotice>{words.stale}</StaleNotice>}
      <Status className="find-goods__hint">{words.found(goods.length, pages.hasMore)}</Status>
      <View className="find-goods__list" {...aria({ role: 'list' })}>
        {goods.map((product, index) => (
          <GoodsRow
            key={product.id}
            trade={shop.trade}
            product={product}
            context={context}
            closed={isClosed(shop, dayOf(serverNow()))}
            picture="small"
            at={index + 1}
            of={pages.hasMore ? -1 : goods.length}
          />
        ))}
      </View>
      <MoreButton pages={pages} words={words} />
    </>
  )
}
