import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useCall } from '@/api/use-call'
import { homeWords } from '@/locales/shop/home'
import { pressable } from '@/platform/a11y/aria'
import { go } from '@/platform/navigation/navigate'
import { type Page as PageName, urlOf } from '@/routes'
import { Card } from '@/ui/card/card'
import { Icon, type IconName } from '@/ui/icon/icon'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { HomeRow } from './home-row'
import { MyShops } from './my-shops'
import { OpenCard } from './open-card'
import { OperatorLinks } from './operator-links'
import { useOpenDraft } from './use-open-draft'
import './home-view.scss'

/** Links that few people look for. */
const endLinks = [
  { page: 'centre', words: homeWords.centre },
  { page: 'privacy', words: homeWords.privacy },
  { page: 'documents', words: homeWords.documents },
] as const

interface HomeViewProps {
  /** The requested address does not exist. */
  isUnknown: boolean
  visited(ownSlugs: readonly string[]): ReactNode
}

/** The home page: opening a shop, the user's shops and orders, and visited shops. Works without a network. */
export function HomeView({ isUnknown, visited }: HomeViewProps) {
  const draft = useOpenDraft()
  const myShops = useCall('GET /api/me/shops', {}, 'warm')
  const { exampleShop, operator } = useCall('GET /api/health', {}, 'warm').data ?? {}
  return (
    <Page title={homeWords.title} first wide>
      {isUnknown && <Notice icon="search" title={homeWords.unknown.title} text={homeWords.unknown.text} />}
      <View className="home-view">
        <View className="home-view__column">
          <OpenCard draft={draft} />
          <MyShops read={myShops} />
        </View>
        <View className="home-view__column">
          {exampleShop && (myShops.data ? myShops.data.items.length === 0 : myShops.failure) && (
            <ExampleShop slug={exampleShop} />
          )}
          <HomeLinks />
          {visited(myShops.data?.items.map(({ slug }) => slug) ?? [])}
        </View>
      </View>
      <View className="home-view__end">
        {endLinks.map(({ page, words }) => (
          <View
            key={page}
            className="home-view__link"
            {...pressable(words, () => go(urlOf(page)), { role: 'link' })}
          >
            <Text>{words}</Text>
          </View>
        ))}
      </View>
      {operator && <OperatorLinks operator={operator} />}
    </Page>
  )
}

/** A link to this installation's example shop. */
function ExampleShop({ slug }: { slug: string }) {
  return (
    <Card flush>
      <HomeRow
        lead={
          <View className="home-row__sign">
            <Icon name="store" size={26} />
          </View>
        }
        title={homeWords.example}
        text={homeWords.exampleText}
        onPress={() => go(urlOf('shop', { slug }))}
      />
    </Card>
  )
}

const links: { page: PageName; icon: IconName; title: string; text: string }[] = [
  { page: 'orders', icon: 'order', title: homeWords.orders, text: homeWords.ordersText },
  { page: 'takeOver', icon: 'qr', title: homeWords.takeOver, text: homeWords.takeOverText },
  { page: 'key', icon: 'key', title: homeWords.key, text: homeWords.keyText },
]

/** Links to the buyer's orders and to restoring a shop by its key. */
function HomeLinks() {
  return (
    <Card flush>
      {links.map(({ page, icon, title, text }) => (
        <HomeRow
          key={page}
          lead={
            <View className="home-row__sign">
              <Icon name={icon} size={26} />
            </View>
          }
          title={title}
          text={text}
          onPress={() => go(urlOf(page))}
        />
      ))}
    </Card>
  )
}
