// Attributes for WeChat's screen reader, which Taro's templates leave out. The template builder and the runtime both use
// this list. ES5, because the runtime part is not transpiled.
var read = { 'aria-label': '', 'aria-role': '' }

module.exports = { View: read, Text: read, Image: read, Input: read, Textarea: read, Button: read }
