import { Text, View } from '@tarojs/components'
import { alertsWords } from '@/locales/message/alerts'
import { todayWords } from '@/locales/shop/today'
import { heading } from '@/platform/a11y/aria'
import { playChime } from '@/platform/audio/chime'
import { narrator } from '@/platform/audio/use-speech'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Chip } from '@/ui/chip/chip'
import { useOrderSound } from './order-sound'
import './page-sound-card.scss'

const words = alertsWords.page

/** Switches the sound of new orders on this phone on and off, and lets hear it. */
export function PageSoundCard() {
  const { isOn, toggle } = useOrderSound()
  const speaks = narrator.useIsAvailable()
  const hear = () => {
    playChime()
    void narrator.say(todayWords.announcement(1, 0))
  }
  return (
    <Card>
      <Text className="page-sound__title" {...heading(2)}>
        {words.title}
      </Text>
      <Text className="page-sound__text">{words.text(speaks)}</Text>
      <View className="page-sound__actions">
        <Chip on={isOn} onPress={toggle}>
          {isOn ? words.on : words.off}
        </Chip>
        <Button kind="soft" size="small" onPress={hear}>
          {words.hear}
        </Button>
      </View>
    </Card>
  )
}
