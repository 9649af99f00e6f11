import type { Northwind } from './northwind';

/** What triggers of PostgreSQL see of the statements of others, and make them do. */
export class Watch {
	private constructor(private readonly northwind: Northwind) {}

	static async over(northwind: Northwind): Promise<Watch> {
		await northwind.run(`CREATE TABLE watch_gate (shut boolean);
			INSERT INTO watch_gate VALUES (false);
			CREATE TABLE watch_written (table_name text, key text, what text);
			CREATE FUNCTION watch_wait() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
				WHILE (SELECT shut FROM watch_gate) LOOP PERFORM pg_sleep(0.01); END LOOP;
				RETURN NULL;
			END $$;
			CREATE FUNCTION watch_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
				INSERT INTO watch_written VALUES (TG_TABLE_NAME, to_jsonb(NEW) ->> TG_ARGV[0], TG_OP);
				RETURN NULL;
			END $$;`);
		return new Watch(northwind);
	}

	/**
	 * From now on each row that is added or changed is noted, if its transaction is committed; and statements, when they have
	 * written their rows and before they are committed, wait while the gate is shut.
	 */
	async table(name: string, key: string): Promise<void> {
		await this.northwind.run(`CREATE TRIGGER watch_note AFTER INSERT OR UPDATE ON ${name}
				FOR EACH ROW EXECUTE FUNCTION watch_note('${key}');
			CREATE TRIGGER watch_wait AFTER INSERT OR UPDATE ON ${name}
				FOR EACH STATEMENT EXECUTE FUNCTION watch_wait();`);
	}

	/** What was written to a table, such as `INSERT 10250`; each as often as it was. */
	async written(name: string): Promise<string[]> {
		const rows = await this.northwind.rows<{ what: string; key: string }>(
			`SELECT what, key FROM watch_written WHERE table_name = '${name}' ORDER BY key, what`,
		);
		return rows.map(({ what, key }) => `${what} ${key}`);
	}

	async gate(shut: boolean): Promise<void> {
		await this.northwind.run(`UPDATE watch_gate SET shut = ${String(shut)};`);
	}

	/** Statements that wait at the gate. */
	async waiting(): Promise<number> {
		return (await this.northwind.rows(`SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'`)).length;
	}

	/** Ends the connections of statements that wait, as when their machine is lost: nothing of them is committed. */
	async cutOff(): Promise<void> {
		await this.northwind.run(`DO $$ BEGIN
			PERFORM pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE wait_event = 'PgSleep';
		END $$;`);
	}

	/** Opens the gate, and waits until all who waited are through. */
	async letThrough(): Promise<void> {
		await this.gate(false);
		while ((await this.waiting()) > 0);
	}
}
