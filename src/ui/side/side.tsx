import { Text, View } from '@tarojs/components'
import { heading } from '@/platform/heading'
import './side.scss'

/** What one of two phones says where they differ. */
export function Side({ title, rows }: { title: string; rows: readonly string[] }) {
  return (
    <View className="side">
      <Text className="side__title" {...heading(3)}>
        {title}
      </Text>
      {rows.map((row) => (
        <Text key={row} className="side__row">
          {row}
        </Text>
      ))}
    </View>
  )
}
