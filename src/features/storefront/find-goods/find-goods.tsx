import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { type PagesState, usePages } from '@/api/use-pages'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product'
import { MAX_SEARCH_LENGTH } from '@/domain/search'
import type { Shop } from '@/domain/shop'
import { findGoodsWords as words } from '@/locales/find-goods'
import { aria } from '@/platform/a11y/aria'
import { backToShop, go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { useTypedText } from '@/ui/field/use-typed-text'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { FoundProduct } from './found-product'
import './find-goods.scss'

const findProducts = (shopId: Id, search: string, cursor?: string) =>
  call('GET /api/shops/:shopId/products', {
    params: { shopId },
    query: { search, ...(cursor === undefined ? {} : { cursor }) },
  })

/** Looks for goods of a shop while the buyer types. */
export function FindGoods({ shop }: { shop: Shop }) {
  const [search, setSearch] = useState('')
  const [text, setText] = useTypedText(search, setSearch)
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
        <FoundProducts shop={shop} search={search.trim()} />
      )}
    </View>
  )
}

/** The products that a search finds; a reply to an earlier search is ignored. */
function FoundProducts({ shop, search }: { shop: Shop; search: string }) {
  const pages = usePages<Product>(`find ${shop.id} ${search}`, (cursor) =>
    findProducts(shop.id, search, cursor),
  )
  const { items, failure, reload } = pages
  if (!items)
    return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  if (items.length === 0)
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
      <Text className="find-goods__hint" {...aria({ role: 'status' })}>
        {words.found(items.length, pages.hasMore)}
      </Text>
      {items.map((product) => (
        <FoundProduct
          key={product.id}
          trade={shop.trade}
          product={product}
          onOpen={() => go(urlOf('product', { slug: shop.slug, id: product.id }))}
        />
      ))}
      <MoreFound pages={pages} />
    </>
  )
}

function MoreFound({ pages }: { pages: PagesState<Product> }) {
  if (!pages.hasMore) return null
  return (
    <Button kind="soft" busy={pages.loadingMore && words.loadingMore} onPress={() => void pages.more()}>
      {pages.moreFailure ? words.moreFailed : words.more}
    </Button>
  )
}
