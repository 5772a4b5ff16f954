import { Text, View } from '@tarojs/components'
import type { Failure } from '@/domain/failure'
import { offlineWords } from '@/locales/failure'
import { decorateWords as words } from '@/locales/look/decorate'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Icon } from '@/ui/icon/icon'

/** A note above a look that comes from the cache: which changes are possible offline and which need the server. */
export function OfflineNote({ failure, onRetry }: { failure: Failure | undefined; onRetry(): void }) {
  const isOffline = failure?.code === 'offline' || failure?.code === 'timeout'
  return (
    <View {...aria({ role: 'status' })}>
      {failure && (
        <View className="decorate__offline">
          <View className="decorate__offline-words">
            <Icon name={isOffline ? 'offline' : 'warn'} size={24} />
            <Text className="decorate__offline-text">
              {isOffline ? words.cachedOffline : words.cachedUnreachable}
            </Text>
          </View>
          <Button kind="line" size="small" onPress={onRetry}>
            {offlineWords.retry}
          </Button>
        </View>
      )}
    </View>
  )
}
