import { View } from '@tarojs/components'
import { todayWords } from '@/locales/today'
import { playChime } from '@/platform/audio/chime'
import { Chip } from '@/ui/chip/chip'
import { useOrderSound } from './order-sound'

/** Switches the new-order sound on this phone on and off; switching it on plays it. */
export function SoundSwitch() {
  const { isOn, toggle } = useOrderSound()
  return (
    <View className="today-panel__sound">
      <Chip
        on={isOn}
        onPress={() => {
          toggle()
          if (!isOn) playChime()
        }}
      >
        {isOn ? todayWords.soundOn : todayWords.soundOff}
      </Chip>
    </View>
  )
}
