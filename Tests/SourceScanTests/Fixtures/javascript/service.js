'use strict';
const axios = require('axios');
const { region } = require('./config');

const LAUNCH_PATH = '/api/v2/flows/executions';
const FLOW_IDS = Object.freeze({
  callback: 'c0ffee00-1111-4222-8333-444455556666',
  escalation: 'c0ffee00-1111-4222-8333-444455557777',
});

class Launcher {
  constructor(token) {
    this.client = axios.create({ baseURL: `https://api.${region}`, headers: { Authorization: `Bearer ${token}` } });
  }

  async launch(flowId, inputs) {
    const { data } = await this.client.post(LAUNCH_PATH, { flowId, inputData: inputs });
    return data.id;
  }

  async escalate(ticket) {
    const inputData = {
      'Flow.ticketId': ticket.id,
      'Flow.level': 2,
    };
    const response = await this.client.post(LAUNCH_PATH, { flowId: FLOW_IDS.escalation, inputData, name: 'Escalation' });
    return response.data;
  }

  async status(id) {
    return this.client.get(`${LAUNCH_PATH}/${id}`);
  }
}

async function callBack(launcher, customer) {
  if (!customer.phone) {
    throw new Error('Flow.callerNumber needs a phone');
  }
  return launcher.launch(FLOW_IDS.callback, {
    'Flow.callerNumber': customer.phone,
    'Flow.language': customer.language,
  });
}

module.exports = { Launcher, callBack };
