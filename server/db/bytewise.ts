import {
  type ColumnDefinitionNode,
  DataTypeNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  RawNode,
} from 'kysely'

class Columns extends OperationNodeTransformer {
  protected override transformColumnDefinition(node: ColumnDefinitionNode): ColumnDefinitionNode {
    const { dataType } = node
    if (!DataTypeNode.is(dataType) || dataType.dataType !== 'text') return node
    return { ...node, dataType: RawNode.createWithSql('text collate "C"') }
  }
}

/**
 * Makes PostgreSQL order and compare text by its bytes, as SQLite does: ids are pages' borders, and a database's own
 * language would put them in another order.
 */
export class Bytewise implements KyselyPlugin {
  private readonly columns = new Columns()

  transformQuery({ node, queryId }: PluginTransformQueryArgs) {
    return this.columns.transformNode(node, queryId)
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return result
  }
}
