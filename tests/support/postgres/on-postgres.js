// runs the test files of this project on PostgreSQL
process.env.KZ_ENGINE = 'postgres'
