import { Text, View } from '@tarojs/components'
import { useShareAppMessage, useUnload } from '@tarojs/taro'
import type { ComponentType } from 'react'
import type { Id } from '@/domain/id'
import { deskWords } from '@/locales/zh-CN/merchant-dashboard'
import { wizardWords, openedWords as words } from '@/locales/zh-CN/wizard'
import { aria, heading } from '@/platform/a11y/aria'
import { copyText } from '@/platform/device/clipboard'
import { localPhotos } from '@/platform/media/photos'
import { go, restart } from '@/platform/navigation/navigate'
import { shopLink } from '@/platform/navigation/url'
import { assetUrl } from '@/platform/network/asset-url'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { HoldSheet } from '@/ui/drawn-card/hold-sheet'
import { useSaveCard } from '@/ui/drawn-card/use-save-card'
import { useFlash } from '@/ui/flash/flash'
import { OwnShopFailed } from '@/ui/notice/own-shop-failed'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { openedShops } from '../opened-shop'
import { OpenedFoot } from './opened-foot'
import { Poster } from './poster'
import { drawPosterCard } from './poster-card'
import { ShopName } from './shop-name'
import { useOpened } from './use-opened'
import './opened.scss'

/** The owner's key of the opened shop, drawn by the page's own choice of panel. */
type KeyRow = ComponentType<{
  shopId: Id
  shopName: string
  slug: string
  initialKey?: string | undefined
  onSaved(): void
}>

/** The shop is open: how long it took, what to pass on, what to keep, and what comes next. */
export function Opened({ shopId, KeyRow }: { shopId: Id; KeyRow: KeyRow }) {
  const { record, facts, picture, shop } = useOpened(shopId)
  const { flash, say } = useFlash()
  const poster = useSaveCard()
  const photoId = record?.request.products[0]?.photos[0]
  const link = facts ? shopLink(facts.slug, facts.url) : ''

  useUnload(() => {
    // a key that is not saved yet can still be saved from the shop's settings
    if (!openedShops.get(shopId)?.key) openedShops.drop(shopId)
    if (photoId) void localPhotos.drop(photoId)
  })
  useShareAppMessage(() => ({
    title: words.shareTitle(facts?.name ?? ''),
    path: urlOf('shop', { slug: facts?.slug ?? '' }),
    imageUrl: assetUrl(`/s/${facts?.slug ?? ''}/share.jpg`),
  }))

  if (!facts)
    return (
      <Page title={shop.failure ? deskWords.title : words.title}>
        {shop.failure ? (
          <OwnShopFailed failure={shop.failure} onRetry={() => void shop.reload()} />
        ) : (
          <Skeleton />
        )}
      </Page>
    )

  const savePoster = async () => {
    const drawn = await poster.save(() => drawPosterCard(facts, picture, link), words.posterFile(facts.name))
    if (drawn === 'failed') say(words.posterFailed)
    if (drawn === 'saved') say(words.posterSaved)
  }
  const copy = async () => say((await copyText(link)) ? words.copied : words.notCopied)
  return (
    <Page
      title={words.title}
      first
      foot={
        <OpenedFoot
          shopId={shopId}
          name={facts.name}
          link={link}
          drawing={poster.now.kind === 'busy'}
          onPoster={() => void savePoster()}
          onSaid={say}
        />
      }
    >
      <View className="opened">
        <Text className="opened__title" {...heading(2)}>
          {record ? words.done(wizardWords.spent(record.spent)) : words.doneShort}
        </Text>
        {record?.earlier && <Text {...aria({ role: 'status' })}>{words.earlier}</Text>}
        <Card>
          <KeyRow
            shopId={shopId}
            shopName={facts.name}
            slug={facts.slug}
            initialKey={record?.key}
            onSaved={() => openedShops.dropKey(shopId)}
          />
        </Card>
        <Poster facts={facts} picture={picture} link={link} />
        <Card>
          <ShopName name={facts.name} shop={shop} onNamed={() => say(words.named)} />
        </Card>
        <View className="opened__ways">
          <Button kind="line" icon="copy" onPress={() => void copy()}>
            {words.copy}
          </Button>
          <Button kind="line" icon="store" onPress={() => go(urlOf('shop', { slug: facts.slug }))}>
            {words.visit}
          </Button>
          <Button kind="soft" onPress={() => restart(urlOf('merchant', { shop: shopId }))}>
            {words.manage}
          </Button>
        </View>
      </View>
      {poster.now.kind === 'hold' && (
        <HoldSheet title={words.posterSheet} src={poster.now.src} onClose={poster.close} />
      )}
      {flash}
    </Page>
  )
}
