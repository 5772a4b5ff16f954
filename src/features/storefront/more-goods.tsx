import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { storefrontWords } from '@/locales/storefront/storefront'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { useIsNearViewport } from '@/ui/long-list/use-is-near-viewport'
import type { MoreProducts } from './use-more-products'
import './more-goods.scss'

/** Stands below the loaded products while there are more, and loads the next page when scrolled near. */
export function MoreGoods({ products, failed, loadMore }: MoreProducts) {
  const { ref, near } = useIsNearViewport(products.length)
  useEffect(() => {
    if (near && !failed) void loadMore()
  }, [near, failed, loadMore])
  return (
    <View ref={ref} className="more-goods" {...aria({ role: 'status' })}>
      {failed ? (
        <Button kind="soft" onPress={() => void loadMore()}>
          {storefrontWords.moreFailed}
        </Button>
      ) : (
        <Text>{storefrontWords.more}</Text>
      )}
    </View>
  )
}
