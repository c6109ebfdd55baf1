// SPDX-License-Identifier: MIT
//
// Electors of nest-leader-election, one for each lock from 1 to LOCKS, in one process.
// usage: node node.mjs SOCKET-DIRECTORY PORT DATABASE LOCKS INSTANCE
//
// Writes "ready", and "gained LOCK NANOSECONDS" (of CLOCK_MONOTONIC) whenever one begins to lead. Reads "release LOCK": the
// elector releases and answers "released LOCK NANOSECONDS" with the moment before it began to; it does not come back.
import "reflect-metadata";
import { createInterface } from "node:readline";
import { Logger } from "@nestjs/common";
import { LeaderElectorCore, LeaderLease } from "nest-leader-election";
import { DataSource } from "typeorm";

const [host, port, database, locks, instance] = process.argv.slice(2);
const tell = (...words) => process.stdout.write(words.join(" ") + "\n");
const now = () => process.hrtime.bigint();
console.log = () => {};
Logger.overrideLogger(false);

const source = new DataSource({
    type: "postgres", host, port: Number(port), username: "postgres", database, entities: [LeaderLease], poolSize: 10,
});
await source.initialize();

const electors = new Map();
for (let lock = 1; lock <= Number(locks); ++lock) {
    const elector = new LeaderElectorCore(source.getRepository(LeaderLease), {
        lockId: lock, instanceId: `${instance}-${lock}`, leaseDuration: 10000, renewalInterval: 3000, jitterRange: 2000,
        createTableOnInit: false,
    });
    const acquired = elector.handleLeadershipAcquired.bind(elector);
    elector.handleLeadershipAcquired = () => {
        const before = elector.amILeader();
        acquired();
        if (!before)
            tell("gained", lock, now());
    };
    electors.set(lock, elector);
    await elector.initialize();
}
tell("ready");

createInterface({ input: process.stdin }).on("line", async line => {
    const lock = Number(line.split(" ")[1]);
    const began = now();
    await electors.get(lock).release();
    tell("released", lock, began);
}).on("close", () => process.exit());
