// before everything else, which may use it
import '@/platform/polyfills/polyfills'
import { usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { versionWords } from '@/locales/zh-CN/version'
import { checkAppVersion } from '@/platform/lifecycle/app-version'
import { followHistory } from '@/platform/navigation/follow-history'
import { restart } from '@/platform/navigation/navigate'
import { registerServiceWorker } from '@/platform/network/register-service-worker'
import { urlOf } from '@/routes'
import './app.scss'

// before the router starts, which must not hear of a page's own steps
followHistory()
registerServiceWorker()
checkAppVersion(versionWords)

export default function App({ children }: PropsWithChildren) {
  // the front door says so, and leads on
  usePageNotFound(() => restart(urlOf('home', { unknown: '1' })))
  return children
}
