import { View } from '@tarojs/components'
import { useShareAppMessage, useUnload } from '@tarojs/taro'
import type { ComponentType } from 'react'
import type { Id } from '@/domain/id'
import { codePath } from '@/domain/shop/code-path'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { wizardWords, openedWords as words } from '@/locales/shop/wizard'
import { copyText } from '@/platform/device/clipboard'
import { assetUrl } from '@/platform/media/assets'
import { localPhotos } from '@/platform/media/photos'
import { go, restart } from '@/platform/navigation/navigate'
import { shopLink } from '@/platform/navigation/url'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { HoldSheet } from '@/ui/drawn-card/hold-sheet'
import { drawPosterCard } from '@/ui/drawn-card/poster-card'
import { useSaveCard } from '@/ui/drawn-card/use-save-card'
import { useFlash } from '@/ui/flash/flash'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { type OpenedShop, openedShops } from '../opened-shop'
import { OpenedFoot } from './opened-foot'
import { Poster } from './poster'
import type { ShopFacts } from './shop-facts'
import { ShopName } from './shop-name'
import { type OpenedShopState, useOpenedShop } from './use-opened-shop'
import './opened-screen.scss'

/** Shows the owner's key of the opened shop; the page supplies the component. */
type KeyRow = ComponentType<{
  shopId: Id
  shopName: string
  slug: string
  initialKey?: string | undefined
  onSaved(): void
}>

/** Offers the certificate of a shop that was opened in a lesson; the page supplies the component. */
type CertificateRow = ComponentType<{
  shopId: Id
  shopName: string
  goods: string
  onMessage(words: string): void
}>

interface OpenedScreenProps {
  shopId: Id
  KeyRow: KeyRow
  CertificateRow: CertificateRow
}

/** Drops what only this screen needs when it is left. */
function useCleanUp(shopId: Id, photoId: Id | undefined) {
  useUnload(() => {
    // the record stays while its key is unsaved: the shop's settings can still save it
    if (!openedShops.get(shopId)?.key) openedShops.remove(shopId)
    if (photoId) void localPhotos.drop(photoId)
  })
}

function useShopSharing(facts: ShopFacts | undefined, isNew: boolean) {
  useShareAppMessage(() => ({
    title: (isNew ? words.shareTitle : words.shareTitleLater)(facts?.name ?? ''),
    path: urlOf('shop', { slug: facts?.slug ?? '' }),
    imageUrl: assetUrl(`/s/${facts?.slug ?? ''}/share.jpg`),
  }))
}

/** The screen of a shop that has just been opened: its key, poster, name and next steps. */
export function OpenedScreen({ shopId, ...rows }: OpenedScreenProps) {
  const opened = useOpenedShop(shopId)
  const { record, facts, shop } = opened
  useCleanUp(shopId, record?.request.products[0]?.photos[0])
  useShopSharing(facts, record !== null)
  if (facts) return <OpenedPage shopId={shopId} {...rows} opened={opened} facts={facts} />
  return (
    <Page title={shop.failure ? merchantDashboardWords.title : titleOf(record)}>
      {shop.failure ? (
        <ManagedShopFailure failure={shop.failure} onRetry={() => void shop.reload()} />
      ) : (
        <Skeleton />
      )}
    </Page>
  )
}

/** The record of opening is on the phone until the screen is left. */
const titleOf = (record: OpenedShop | null) => (record ? words.title : words.titleLater)

interface OpenedPageProps extends OpenedScreenProps {
  opened: OpenedShopState
  facts: ShopFacts
}

/** Saving the poster as a picture; `say` tells the result. */
function usePosterCard(
  facts: ShopFacts,
  picture: string | undefined,
  link: string,
  say: (words: string) => void,
) {
  const { state, save, close } = useSaveCard()
  const savePoster = async () => {
    const code = { picture: assetUrl(codePath(facts.slug)), link }
    const result = await save(() => drawPosterCard(facts, [picture], code), words.posterFile(facts.name))
    if (result === 'failed') say(words.posterFailed)
    if (result === 'saved') say(words.posterSaved)
  }
  return { state, save: () => void savePoster(), close }
}

function OpenedPage({ shopId, KeyRow, CertificateRow, opened, facts }: OpenedPageProps) {
  const { record, picture, shop } = opened
  const { flash, say } = useFlash()
  const link = shopLink(facts.slug, facts.url)
  const poster = usePosterCard(facts, picture, link, say)
  return (
    <Page
      title={titleOf(record)}
      first
      foot={
        <OpenedFoot
          shopId={shopId}
          name={facts.name}
          link={link}
          drawing={poster.state.kind === 'busy'}
          onPoster={poster.save}
          onMessage={say}
        />
      }
    >
      <View className="opened">
        <OpenedTitle record={record} name={facts.name} />
        <Card>
          <KeyRow
            shopId={shopId}
            shopName={facts.name}
            slug={facts.slug}
            initialKey={record?.key}
            onSaved={() => openedShops.removeKey(shopId)}
          />
        </Card>
        <CertificateRow shopId={shopId} shopName={facts.name} goods={facts.goods.name} onMessage={say} />
        <Poster facts={facts} picture={picture} link={link} />
        <Card>
          <ShopName name={facts.name} shop={shop} onNamed={() => say(words.named)} />
        </Card>
        <NextSteps shopId={shopId} slug={facts.slug} link={link} say={say} />
      </View>
      {poster.state.kind === 'hold' && (
        <HoldSheet title={words.posterSheet} src={poster.state.src} onClose={poster.close} />
      )}
      {flash}
    </Page>
  )
}

function OpenedTitle({ record, name }: { record: OpenedShop | null; name: string }) {
  return (
    <>
      <Heading className="opened__title">
        {record ? words.done(wizardWords.spent(record.spent)) : name}
      </Heading>
      <Status>{record?.request.practice && words.practice}</Status>
      <Status>{record?.earlier && words.earlier}</Status>
    </>
  )
}

interface NextStepsProps {
  shopId: Id
  slug: string
  link: string
  say(words: string): void
}

/** The buttons to copy the shop's link, to visit the shop and to manage it. */
function NextSteps({ shopId, slug, link, say }: NextStepsProps) {
  const copy = async () => say((await copyText(link)) ? words.copied : words.notCopied)
  return (
    <View className="opened__ways">
      <Button kind="line" icon="copy" onPress={() => void copy()}>
        {words.copy}
      </Button>
      <Button kind="line" icon="store" onPress={() => go(urlOf('shop', { slug }))}>
        {words.visit}
      </Button>
      <Button kind="soft" onPress={() => restart(urlOf('merchant', { shop: shopId }))}>
        {words.manage}
      </Button>
    </View>
  )
}
