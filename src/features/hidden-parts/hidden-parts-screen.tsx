import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import type { TextPlace } from '@/domain/content'
import type { Id } from '@/domain/id'
import { hiddenPartsWords as words } from '@/locales/shop/hidden-parts'
import { aria } from '@/platform/a11y/aria'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { go, goBack } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Heading } from '@/ui/text/heading'
import { AppealSheet } from './appeal-sheet'
import './hidden-parts-screen.scss'

type HiddenParts = RouteReply<'GET /api/shops/:shopId/hidden-parts'>
type HiddenPart = HiddenParts['items'][number]

/** What the owner is writing an appeal about. */
type Appealed = HiddenPart | 'block'

/** The pages of the settings that change texts of the shop; the others are in the look. */
const partByPlace: Partial<Record<TextPlace, string>> = {
  ...{ 'shop-name': 'storefront', 'shop-place': 'storefront', 'shop-notice': 'storefront' },
  ...{ 'pickup-place': 'delivery', 'delivery-area': 'delivery', 'closed-note': 'closure' },
}

/** The page where a part can be changed. */
function changeUrl(shop: Id, { place, productId, shopPhoto }: HiddenPart): string {
  if (productId) return urlOf('merchantProduct', { shop, id: productId })
  const part = shopPhoto ? 'storefront' : place && partByPlace[place]
  return part ? urlOf('settings', { shop, part }) : urlOf('decorate', { shop })
}

const titleOf = ({ kind, place, shopPhoto }: HiddenPart): string => {
  if (shopPhoto) return words[shopPhoto]
  return place ? words.places[place] : words[kind === 'voice' ? 'voice' : 'photo']
}

/** Lists the texts, photos and voices of a shop that others do not see, with the reason; each can be changed or looked at again. */
export function HiddenPartsScreen({ shopId }: { shopId: Id }) {
  const params = { shopId }
  const { data, failure, reload } = useCall('GET /api/shops/:shopId/hidden-parts', { params })
  const [appealed, setAppealed] = useState<Appealed>()
  useReturnToPage(() => void reload())
  return (
    <Page title={words.title}>
      {!data && failure && <ManagedShopFailure failure={failure} onRetry={() => void reload()} />}
      {!data && !failure && <Skeleton />}
      {data && !data.block && data.items.length === 0 && (
        <Notice icon="check" {...words.none}>
          <Button onPress={() => goBack(urlOf('merchant', { shop: shopId }))}>{words.back}</Button>
        </Notice>
      )}
      {data && (data.block || data.items.length > 0) && (
        <View className="hidden-parts">
          {data.block && <BlockCard block={data.block} onAppeal={() => setAppealed('block')} />}
          {data.items.length > 0 && <Text className="hidden-parts__lead">{words.lead}</Text>}
          <View className="hidden-parts__list" {...aria({ role: 'list' })}>
            {data.items.map((part) => (
              <View key={part.id} {...aria({ role: 'listitem' })}>
                <HiddenPartCard
                  part={part}
                  onChange={() => go(changeUrl(shopId, part))}
                  onAppeal={() => setAppealed(part)}
                />
              </View>
            ))}
          </View>
        </View>
      )}
      {appealed && (
        <AppealSheet
          shopId={shopId}
          {...(appealed === 'block' ? {} : { contentId: appealed.id })}
          onClose={() => setAppealed(undefined)}
          onSent={() => {
            setAppealed(undefined)
            void reload()
          }}
        />
      )}
    </Page>
  )
}

interface BlockCardProps {
  block: NonNullable<HiddenParts['block']>
  onAppeal(): void
}

/** Says that buyers see nothing of the shop, and why. */
function BlockCard({ block: { reason, appealedAt }, onAppeal }: BlockCardProps) {
  return (
    <Card>
      <View className="hidden-parts__part">
        <Heading className="hidden-parts__title">{words.block.title}</Heading>
        <Text className="hidden-parts__reason">{words.block.text}</Text>
        {reason !== undefined && <Text className="hidden-parts__text">{words.block.reason(reason)}</Text>}
        {appealedAt === undefined ? (
          <Button kind="line" onPress={onAppeal}>
            {words.block.appeal}
          </Button>
        ) : (
          <Text className="hidden-parts__reason">{words.block.appealed}</Text>
        )}
      </View>
    </Card>
  )
}

interface HiddenPartCardProps {
  part: HiddenPart
  onChange(): void
  onAppeal(): void
}

function HiddenPartCard({ part, onChange, onAppeal }: HiddenPartCardProps) {
  return (
    <Card>
      <View className="hidden-parts__part">
        <Heading className="hidden-parts__title">{titleOf(part)}</Heading>
        {part.text && <Text className="hidden-parts__text">{part.text}</Text>}
        <Text className="hidden-parts__reason">{words.reason(part.reason)}</Text>
        <Button kind="soft" onPress={onChange}>
          {words.change}
        </Button>
        {part.appealedAt === undefined ? (
          <Button kind="line" onPress={onAppeal}>
            {words.appeal}
          </Button>
        ) : (
          <Text className="hidden-parts__reason">{words.appealed}</Text>
        )}
      </View>
    </Card>
  )
}
