// Replaces `@tarojs/components` in the server's bundle and the tests, so that a first screen has the same markup as Taro's
// page. The components are imported one by one, as their index needs a browser.
export { default as Image } from '@tarojs/components-react/dist/components/image/index.js'
export { default as Text } from '@tarojs/components-react/dist/components/text/index.js'
export { default as View } from '@tarojs/components-react/dist/components/view/index.js'
