// must be the first import
import '@/platform/polyfills/polyfills'
// before any import of texts
import '@/language'
import { usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { versionWords } from '@/locales/version'
import { checkAppVersion, registerServiceWorker } from '@/platform/lifecycle/app-updates'
import { restart } from '@/platform/navigation/navigate'
import { followHistory } from '@/platform/navigation/page-transitions'
import { urlOf } from '@/routes'
import './app.scss'

// before the router starts, so that this listener is the first
followHistory()
registerServiceWorker()
checkAppVersion(versionWords)

export default function App({ children }: PropsWithChildren) {
  // the home page shows a message for unknown pages
  usePageNotFound(() => restart(urlOf('home', { unknown: '1' })))
  return children
}
