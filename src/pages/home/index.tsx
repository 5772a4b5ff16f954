import { Text, View } from '@tarojs/components'
import { heading } from '@/platform/heading'
import { pressable } from '@/platform/pressable'

export default function Page() {
  return (
    <View {...pressable('x', () => undefined)}>
      <Text {...heading(1)}>home</Text>
    </View>
  )
}
