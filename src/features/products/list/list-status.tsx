import type { PagesState } from '@/api/use-pages'
import type { Product } from '@/domain/product/product'
import { manyProductsWords } from '@/locales/product/many-products'
import { productListWords } from '@/locales/product/products'
import { Button } from '@/ui/button/button'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { isFindingProducts, type ProductFinder } from './product-finder'

interface ListStatusProps {
  pages: PagesState<Product>
  finder: ProductFinder
  onAdd(): void
}

/** Says that nothing was found. */
const nothingFound = ({ search, isLow }: ProductFinder) =>
  isLow && search === ''
    ? { title: manyProductsWords.noneLow, text: manyProductsWords.noneLowText }
    : { title: manyProductsWords.empty, text: manyProductsWords.emptyText }

/** Says that the list is loading, out of date, failed or empty. */
export function ListStatus({ pages: { items, failure, reload }, finder, onAdd }: ListStatusProps) {
  if (!items)
    return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  return (
    <>
      {failure && <StaleNotice>{productListWords.stale}</StaleNotice>}
      {items.length === 0 && isFindingProducts(finder) && <Notice icon="search" {...nothingFound(finder)} />}
      {items.length === 0 && !isFindingProducts(finder) && (
        <Notice icon="goods" title={productListWords.emptyTitle} text={productListWords.emptyText}>
          <Button icon="plus" onPress={onAdd}>
            {productListWords.add}
          </Button>
        </Notice>
      )}
    </>
  )
}
