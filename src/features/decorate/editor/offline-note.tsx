import { Text, View } from '@tarojs/components'
import type { Failure } from '@/domain/failure'
import { decorateWords as words } from '@/locales/zh-CN/decorate'
import { offlineWords } from '@/locales/zh-CN/failure'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Icon } from '@/ui/icon/icon'

/** Above a shop that is decorated as this phone knows it: what can be done meanwhile, and what has to wait. */
export function KeptNote({ old, onRetry }: { old: Failure | undefined; onRetry(): void }) {
  const offline = old?.code === 'offline' || old?.code === 'timeout'
  return (
    <View {...aria({ role: 'status' })}>
      {old && (
        <View className="decorate__kept">
          <View className="decorate__kept-words">
            <Icon name={offline ? 'offline' : 'warn'} size={24} />
            <Text className="decorate__kept-text">{offline ? words.kept : words.keptTrouble}</Text>
          </View>
          <Button kind="line" size="small" onPress={onRetry}>
            {offlineWords.retry}
          </Button>
        </View>
      )}
    </View>
  )
}
