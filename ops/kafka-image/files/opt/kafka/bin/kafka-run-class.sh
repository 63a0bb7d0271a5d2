#!/bin/bash
# Runs one of Kafka's tools: by class name, or by the name under which this script is linked.
case ${0##*/} in
  kafka-topics.sh) set -- org.apache.kafka.tools.TopicCommand "$@" ;;
  kafka-console-producer.sh) set -- org.apache.kafka.tools.ConsoleProducer "$@" ;;
  kafka-console-consumer.sh) set -- org.apache.kafka.tools.consumer.ConsoleConsumer "$@" ;;
  kafka-consumer-groups.sh) set -- org.apache.kafka.tools.consumer.group.ConsumerGroupCommand "$@" ;;
  kafka-streams-groups.sh) set -- org.apache.kafka.tools.streams.StreamsGroupCommand "$@" ;;
  kafka-transactions.sh) set -- org.apache.kafka.tools.TransactionsCommand "$@" ;;
esac
# shellcheck disable=SC2086 # it may hold several options
exec java ${KAFKA_HEAP_OPTS:--Xmx256m} -Dlog4j2.configurationFile=/etc/kafka/docker/tools-log4j2.yaml \
  -cp '/opt/kafka/libs/*' "$@"
