// Taro's HTML components one by one: their index imports itself in a circle under CommonJS.
const part = (name) => require(`@tarojs/components-react/dist/components/${name}/index.js`).default

module.exports = {
  View: part('view'),
  Text: part('text'),
  Image: part('image'),
  Input: part('input'),
  Button: part('button'),
  ScrollView: part('scroll-view'),
  Picker: part('picker'),
  Canvas: 'canvas',
}
