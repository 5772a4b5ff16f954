import { Text, View } from '@tarojs/components'

export default function Page() {
  return (
    <View>
      <Text>privacy/index</Text>
    </View>
  )
}
