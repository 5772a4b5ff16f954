import { Text, View } from '@tarojs/components'
import { demoWords as words } from '@/locales/lesson/demo'
import { copyText } from '@/platform/device/clipboard'
import { openSite } from '@/platform/frames/open-site'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Qr } from '@/ui/qr/qr'
import { Heading } from '@/ui/text/heading'
import './demo-screen.scss'

interface PhoneCardProps {
  texts: { title: string; text: string; qr: string }
  /** The address for other phones, and for this browser. */
  elsewhere: string
  here: string
  onMessage(words: string): void
}

/** A phone of the demo world: its QR code, its address, and a way to open it in this browser. */
export function PhoneCard({ texts, elsewhere, here, onMessage }: PhoneCardProps) {
  const copy = async () => onMessage((await copyText(elsewhere)) ? words.copied : words.uncopied)
  return (
    <Card>
      <View className="demo__phone">
        <Heading className="demo__name">{texts.title}</Heading>
        <Text className="demo__text">{texts.text}</Text>
        <Qr text={elsewhere} label={texts.qr} size={180} />
        <Text className="demo__link" selectable>
          {elsewhere}
        </Text>
        <View className="demo__buttons">
          <Button
            kind="line"
            size="small"
            icon="copy"
            label={`${words.copy}，${texts.title}`}
            onPress={() => void copy()}
          >
            {words.copy}
          </Button>
          <Button
            kind="line"
            size="small"
            label={`${words.open}，${texts.title}`}
            onPress={() => openSite(here)}
          >
            {words.open}
          </Button>
        </View>
      </View>
    </Card>
  )
}
