import { View } from '@tarojs/components'
import { useCall } from '@/api/use-call'
import { homeWords } from '@/locales/shop/home'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Card } from '@/ui/card/card'
import { Icon } from '@/ui/icon/icon'
import { HomeRow } from './home-row'

/** A link to this installation's example shop; renders nothing if none is configured. */
export function ExampleShop() {
  const slug = useCall('GET /api/health', {}, 'warm').data?.exampleShop
  if (!slug) return null
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
