import { Text, View } from '@tarojs/components'
import { helpBannerWords as words } from '@/locales/help'
import { aria, pressable } from '@/platform/a11y/aria'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import type { ShopDraft } from './shop-draft'
import './help-banner.scss'

/** Says for whom a helper opens the shop, and passes what is answered to that person's phone. */
export function HelpBanner({ draft: { help, trade } }: { draft: ShopDraft }) {
  if (!help) return null
  return (
    <View className="help-banner">
      <Text className="help-banner__words" {...aria({ role: 'status' })}>
        {words.open(help.person)}
      </Text>
      {trade !== null && (
        <View
          className="help-banner__pass"
          {...pressable(words.pass, () => go(urlOf('handOver')), { role: 'link' })}
        >
          <Text>{words.pass}</Text>
        </View>
      )}
    </View>
  )
}
