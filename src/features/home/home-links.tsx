import { View } from '@tarojs/components'
import { homeWords } from '@/locales/shop/home'
import { go } from '@/platform/navigation/navigate'
import { type Page, urlOf } from '@/routes'
import { Card } from '@/ui/card/card'
import { Icon, type IconName } from '@/ui/icon/icon'
import { HomeRow } from './home-row'

const links: { page: Page; icon: IconName; title: string; text: string }[] = [
  { page: 'orders', icon: 'order', title: homeWords.orders, text: homeWords.ordersText },
  { page: 'takeOver', icon: 'qr', title: homeWords.takeOver, text: homeWords.takeOverText },
  { page: 'key', icon: 'key', title: homeWords.key, text: homeWords.keyText },
]

/** Links to the buyer's orders and to restoring a shop by its key. */
export function HomeLinks() {
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
