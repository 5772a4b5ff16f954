import { Text, View } from '@tarojs/components'
import { demoWords as words } from '@/locales/lesson/demo'
import { siteAddress } from '@/platform/frames/open-site'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Qr } from '@/ui/qr/qr'
import './demo-screen.scss'

/** For apps that cannot show other sites: says where the demo runs. */
export function DemoElsewhere({ centre }: { centre: string }) {
  const link = siteAddress(`/demo?centre=${encodeURIComponent(centre)}`)
  return (
    <Page title={words.title}>
      <Notice icon="qr" title={words.elsewhere.title} text={words.elsewhere.text}>
        <View className="demo__phone">
          <Qr text={link} label={words.elsewhere.qr} size={220} />
          <Text className="demo__link" selectable>
            {link}
          </Text>
        </View>
      </Notice>
    </Page>
  )
}
